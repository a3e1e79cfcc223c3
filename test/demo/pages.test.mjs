/** Every page of the demo. They share one server, because each server would have to prepare the same modules again. */
import "./support/first-page.mjs";
import "./support/gallery.mjs";
