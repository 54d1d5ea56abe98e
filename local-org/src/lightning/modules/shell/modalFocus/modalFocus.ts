/**
 * Where the focus of a window begins. The base component gives its heading the focus in a frame of its own; a field
 * that had it sooner would lose it again, and one that has to be filled says so when it is left.
 */

/** Calls back once, when the heading of the window has, or had, the focus. */
export function afterHeading(template: ShadowRoot, focus: () => void): void {
  let isDone = false;
  const go = (): void => {
    if (!isDone) {
      isDone = true;
      template.removeEventListener('focusin', go);
      focus();
    }
  };
  if (template.activeElement === null) {
    template.addEventListener('focusin', go);
  } else {
    go();
  }
}
