/** What every public token is for, family by family, in the order of the documentation. */

const COLORS = ["blue", "green", "orange", "red", "purple", "cyan", "neutral"];
const STATUS = {
  danger: "what failed or is wrong",
  warning: "what needs attention",
  success: "what was done, such as a copied value",
};
const BADGES = {
  blue: "sign-ins, imports, validations; objects of authentication",
  green: "what was created or activated; subscribers",
  orange: "what was changed; objects of communication",
  red: "what was deleted, and sign-ins with a bad password",
  purple: "sign-outs, exports; domains and those above them",
  cyan: "objects of configuration",
  neutral: "everything else, and what nobody knows",
};

const each = (names, made) => Object.fromEntries(names.flatMap((name) => Object.entries(made(name))));

export const FAMILIES = [
  {
    title: "Surfaces",
    tokens: {
      surface: "The ground of the viewer, of fields and of buttons",
      "surface-raised": "Pop-ups, and the chosen one of Table and Cards",
      "surface-sunken": "The filter bar, the head of the table, an open row",
      "surface-hover": "What the mouse is over",
      "surface-pressed": "What is pressed or open; tags and the ground of Table and Cards",
    },
  },
  {
    title: "Text and lines",
    tokens: {
      text: "Text",
      "text-muted": "Labels, hints, icons, the less important columns",
      "text-disabled": "What cannot be used now",
      border: "Hairlines between things",
      "border-strong": "The edge of a control",
    },
  },
  {
    title: "Accent",
    tokens: {
      accent: "The brand's colour: the one filled button, chosen boxes and days, bars",
      "accent-hover": "The filled button under the mouse",
      "accent-text": "Links, marks in suggestions, the chosen option",
      "on-accent": "Text and icons on the accent",
      "accent-soft": "The ground of the event's sentence, of the chosen option and of days in a range",
      "accent-line": "The edge of the event's sentence",
      focus: "The ring around what has the focus",
    },
  },
  {
    title: "Status",
    tokens: each(Object.keys(STATUS), (name) => ({
      [name]: `Text of ${STATUS[name]}`,
      [`${name}-soft`]: "The ground of that text",
      [`${name}-mark`]: "The icon or line beside it",
    })),
  },
  {
    title: "Badges",
    tokens: each(COLORS, (name) => ({
      [`${name}-bg`]: `The ground of badges: ${BADGES[name]}`,
      [`${name}-text`]: "The word on it",
      [`${name}-dot`]: "The glyph in it, and the shape of an object",
    })),
  },
  {
    title: "Type",
    tokens: {
      "font-family": "The typeface",
      "font-family-mono": "Parameters and raw values",
      "font-size-xs": "The zone in the head of the table, names of weekdays",
      "font-size-sm": "Badges, chips, tags, the head of the table, small lines",
      "font-size-md": "Nearly everything",
      "font-size-lg": "The sentence of an open event",
      "font-size-lead": "The sentence of a card, the title of a state",
      "font-size-xl": "The headline of the results; fields on a touch screen",
      "line-height-xs": "Line height of the smallest size; nothing needs it yet",
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
      "space-10": "Ten steps; nothing needs it yet",
    },
  },
  {
    title: "Corners",
    tokens: {
      radius: "The base of the three radii",
      "radius-md": "Buttons, fields",
      "radius-sm": "What stands inside of them: options, tags, boxes",
      "radius-lg": "Pop-ups",
      "radius-pill": "Badges",
    },
  },
  {
    title: "Density",
    tokens: {
      "control-height": "Height of buttons and fields",
      "control-height-sm": "Height of small buttons",
      "row-height": "Least height of a row",
      "head-height": "Height of the table's head",
      "badge-height": "Height of a badge",
      "tag-height": "Height of tags and chips",
      "field-pad": "Room at the sides inside a field",
      "cell-pad": "Room at the sides of a cell",
      gutter: "Room at the sides of the viewer",
      "sticky-offset": "Where the head of the table sticks: the height of a page's own fixed header",
    },
  },
  {
    title: "Shadows",
    tokens: {
      "shadow-popup": "Pop-ups",
      "shadow-thumb": "The chosen one of Table and Cards",
    },
  },
  {
    title: "Motion",
    tokens: {
      "motion-fast": "Hover and press",
      "motion-base": "A row that opens",
      "motion-slow": "A bar that grows",
      ease: "The curve of all of them",
    },
  },
];
