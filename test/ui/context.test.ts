import { expect } from "@open-wc/testing";
import { html, LitElement, render, type TemplateResult } from "lit";
import { ContextProvider, createContext, useContext } from "../../src/ui/context.js";

const color = createContext<string>(Symbol("color"));
const size = createContext<number>(Symbol("size"));

class ContextUser extends LitElement {
  color!: string;
  size: number | undefined;

  constructor() {
    super();
    useContext(this, color, (value) => {
      this.color = value;
    });
    useContext(this, size, (value) => {
      this.size = value;
    });
  }

  override render(): TemplateResult {
    return html`${this.color} ${this.size}`;
  }
}
customElements.define("context-user", ContextUser);

/** Has its user in a shadow root. */
class ContextOwner extends HTMLElement {
  readonly colors = new ContextProvider(this, color, "red");

  constructor() {
    super();
    render(html`<context-user></context-user>`, this.attachShadow({ mode: "open" }));
  }

  get user(): ContextUser {
    return this.shadowRoot!.querySelector("context-user")!;
  }
}
customElements.define("context-owner", ContextOwner);

async function readText(user: ContextUser): Promise<string> {
  await user.updateComplete;
  return user.renderRoot.textContent ?? "";
}

describe("a context", () => {
  let owner: ContextOwner;
  beforeEach(() => {
    owner = document.createElement("context-owner") as ContextOwner;
    document.body.append(owner);
  });
  afterEach(() => owner.remove());

  it("reaches an element across a shadow root before it renders", async () => {
    expect(owner.user.color).to.equal("red");
    expect(await readText(owner.user)).to.equal("red ");
  });

  it("updates its users with each new value", async () => {
    owner.colors.setValue("green");
    expect(owner.colors.value).to.equal("green");
    expect(await readText(owner.user)).to.equal("green ");
  });

  it("passes the request for another context on to the elements around", async () => {
    const around = document.createElement("div");
    const sizes = new ContextProvider(around, size, 7);
    document.body.append(around);
    around.append(owner);
    expect(await readText(owner.user)).to.equal("red 7");
    sizes.setValue(8);
    expect(await readText(owner.user)).to.equal("red 8");
    around.remove();
  });

  it("lets go of a removed user, which gets the present value when it is back", async () => {
    const { user } = owner;
    user.remove();
    owner.colors.setValue("green");
    expect(user.color).to.equal("red");
    owner.shadowRoot!.append(user);
    expect(await readText(user)).to.equal("green ");
  });

  it("follows the new provider of a user that is moved", async () => {
    const { user } = owner;
    const other = document.createElement("context-owner") as ContextOwner;
    other.colors.setValue("blue");
    document.body.append(other);
    other.shadowRoot!.append(user);
    owner.colors.setValue("green");
    expect(await readText(user)).to.equal("blue ");
    other.remove();
  });

  it("sends no request to listeners of the page at the provider", () => {
    const user = document.createElement("context-user");
    const dispatch = user.dispatchEvent.bind(user);
    const seen = new Set<symbol>();
    user.dispatchEvent = (event: Event) => {
      owner.addEventListener(event.type, (one) => seen.add((one as CustomEvent<{ context: symbol }>).detail.context));
      return dispatch(event);
    };
    owner.shadowRoot!.append(user);
    expect([...seen], "nobody provides the size").to.deep.equal([size]);
  });
});
