/** Every page of the demo. One server for all of them: each would have to prepare the same modules again. */
import "./support/first-page.mjs";
import "./support/gallery.mjs";
