/** How an element declares a property that is set from script: each change updates the element, and there is no attribute. */
export const reactive = { attribute: false } as const;
