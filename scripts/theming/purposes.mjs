/** The purpose of every public token, by family, in the order of the documentation. */

const COLORS = ["blue", "green", "orange", "red", "purple", "cyan", "neutral"];
const STATUS = {
  danger: "failures and errors",
  warning: "warnings",
  success: "confirmations, such as a copied value",
};
const BADGES = {
  blue: "sign-ins, imports, validations; authentication objects",
  green: "creations, activations; subscribers",
  orange: "changes; communication objects",
  red: "deletions, and sign-ins with a bad password",
  purple: "sign-outs, exports; domains and the levels above them",
  cyan: "configuration objects",
  neutral: "all other actions and objects, including unknown ones",
};

const each = (names, made) => Object.fromEntries(names.flatMap((name) => Object.entries(made(name))));

export const FAMILIES = [
  {
    title: "Surfaces",
    tokens: {
      surface: "Background of the viewer, its fields and buttons",
      "surface-raised": "Pop-ups, and the selected one of Table and Cards",
      "surface-sunken": "The filter bar, the head of the table, an open row",
      "surface-hover": "Elements under the mouse",
      "surface-pressed": "Pressed or open elements; tags; background of the Table and Cards switch",
    },
  },
  {
    title: "Text and lines",
    tokens: {
      text: "Text",
      "text-muted": "Labels, hints, icons, the less important columns",
      "text-disabled": "Disabled controls",
      border: "Thin lines between elements",
      "border-strong": "Borders of controls",
    },
  },
  {
    title: "Accent",
    tokens: {
      accent: "The brand's color: the filled button, selected boxes and days, bars",
      "accent-hover": "The filled button under the mouse",
      "accent-text": "Links, highlighted text in suggestions, the selected option",
      "on-accent": "Text and icons on the accent",
      "accent-soft": "Background of the event's sentence, of the selected option and of days in a range",
      "accent-line": "Border of the event's sentence",
      focus: "The focus ring",
    },
  },
  {
    title: "Status",
    tokens: each(Object.keys(STATUS), (name) => ({
      [name]: `Text of ${STATUS[name]}`,
      [`${name}-soft`]: "Background of that text",
      [`${name}-mark`]: "The icon or line next to it",
    })),
  },
  {
    title: "Badges",
    tokens: each(COLORS, (name) => ({
      [`${name}-bg`]: `Background of badges: ${BADGES[name]}`,
      [`${name}-text`]: "Text on it",
      [`${name}-dot`]: "The icon in it, and the shape of an object",
    })),
  },
  {
    title: "Type",
    tokens: {
      "font-family": "The typeface",
      "font-family-mono": "Parameters and raw values",
      "font-size-xs": "The zone in the head of the table, names of weekdays",
      "font-size-sm": "Badges, chips, tags, the head of the table, small lines",
      "font-size-md": "Most text",
      "font-size-lg": "The sentence of an open event",
      "font-size-lead": "The sentence of a card, the title of a state",
      "font-size-xl": "The headline of the results; fields on a touch screen",
      "line-height-xs": "Line height of the smallest size; not used yet",
      "line-height-sm": "Line height of the small size",
      "line-height-md": "Line height of the usual size",
      "line-height-lg": "Line height of the large size",
      "line-height-lead": "Line height of a card's sentence",
      "line-height-xl": "Line height of the headline",
      "font-weight-normal": "Text",
      "font-weight-medium": "Buttons, links, badges, the affected user",
      "font-weight-strong": "Titles, names in sentences",
    },
  },
  {
    title: "Space",
    tokens: {
      "space-half": "Inside pills and tags",
      "space-snug": "Inside pills, tags and chips",
      "space-1": "One step of the grid",
      "space-2": "Two steps: between controls",
      "space-3": "Three steps: inside bars and pop-ups",
      "space-4": "Four steps: between sections",
      "space-5": "Five steps: between numbers of the statistics",
      "space-6": "Six steps: between months",
      "space-8": "Eight steps: around states",
      "space-10": "Ten steps; not used yet",
    },
  },
  {
    title: "Corners",
    tokens: {
      radius: "The base of the three radii",
      "radius-md": "Buttons, fields",
      "radius-sm": "Elements inside pop-ups and fields: options, tags, boxes",
      "radius-lg": "Pop-ups",
      "radius-pill": "Badges",
    },
  },
  {
    title: "Density",
    tokens: {
      "control-height": "Height of buttons and fields",
      "control-height-sm": "Height of small buttons",
      "row-height": "Minimum height of a row",
      "head-height": "Height of the table head",
      "badge-height": "Height of a badge",
      "tag-height": "Height of tags and chips",
      "field-pad": "Inline padding of a field",
      "cell-pad": "Inline padding of a cell",
      gutter: "Inline padding of the viewer",
      "sticky-offset": "Top position of the sticky table head: the height of the page's fixed header",
    },
  },
  {
    title: "Shadows",
    tokens: {
      "shadow-popup": "Pop-ups",
      "shadow-thumb": "The selected one of Table and Cards",
    },
  },
  {
    title: "Motion",
    tokens: {
      "motion-fast": "Hover and press",
      "motion-base": "An opening row",
      "motion-slow": "A growing bar",
      ease: "The easing curve of all of them",
    },
  },
];
