/*
 * The host page's own script: counts what the browser reports, and shows that it reports. A module, which the viewer is,
 * never runs before a script of this kind.
 */
(function () {
  const count = document.getElementById("violations");
  const refused = document.getElementById("refused");
  const directives = [];
  document.addEventListener("securitypolicyviolation", function (event) {
    directives.push(event.effectiveDirective);
    count.textContent = String(directives.length);
    refused.textContent = "Refused by " + directives.join(", ") + ".";
  });
  document.getElementById("violate").addEventListener("click", function () {
    // Markup from text is what Trusted Types refuse; an inline style is what style-src does.
    try {
      document.createElement("div").innerHTML = "<p>markup from text</p>";
    } catch {
      // Refused, as it has to be: the browser has reported it.
    }
    document.querySelector("footer").setAttribute("style", "color: red");
  });
})();
