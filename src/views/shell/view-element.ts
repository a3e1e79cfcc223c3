import { LitElement } from "lit";
import { useContext } from "../../ui/context.js";
import { environmentContext, type Environment } from "./environment.js";

/** An element inside of the viewer. It has the viewer's environment: the texts, the time zone and the clock. */
export abstract class ViewElement extends LitElement {
  protected env!: Environment;

  constructor() {
    super();
    useContext(this, environmentContext, (env) => {
      this.env = env;
    });
  }
}
