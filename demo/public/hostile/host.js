/* What stands on the host page beside the viewer: ordinary elements, and what the page's built-ins answer. */
(function () {
  const make = function (tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  };
  const host = make("section", "");
  host.id = "host";
  const form = make("form", "");
  const label = make("label", "A field ");
  label.append(document.createElement("input"));
  form.append(label, make("button", "A button"));
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  const list = make("ul", "");
  list.append(
    make("li", "new Date(0).toISOString(): " + new Date(0).toISOString()),
    make("li", '"viewer".includes("x"): ' + "viewer".includes("x")),
  );
  host.append(make("h2", "The page's own elements"), make("p", "A paragraph of the page."), form, list);
  document.body.append(host);
})();
