/** All elements that match, in the element's own shadow root and in those below it. */
export function allInShadow(root: Element, selector: string): HTMLElement[] {
  const inside = root.shadowRoot ?? root;
  const found = Array.from(inside.querySelectorAll<HTMLElement>(selector));
  const deeper = Array.from(inside.querySelectorAll('*')).flatMap((child) =>
    child.shadowRoot ? allInShadow(child, selector) : [],
  );
  return [...found, ...deeper];
}

/** The first that matches; throws when there is none, so that a test fails where it looks. */
export function inShadow<E extends HTMLElement = HTMLElement>(root: Element, selector: string): E {
  const [found] = allInShadow(root, selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found as E;
}

/** The button whose name is exactly this: its label, else its text. */
export function buttonNamed(root: Element, name: string): HTMLButtonElement {
  const button = allInShadow(root, 'button').find((candidate) => nameOf(candidate) === name);
  if (!button) throw new Error(`no button is called ${name}`);
  return button as HTMLButtonElement;
}

/** The element that has focus, through all shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function nameOf(element: Element): string {
  return element.getAttribute('aria-label') ?? (element.textContent ?? '').replace(/\s+/g, ' ').trim();
}
