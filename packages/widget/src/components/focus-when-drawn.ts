import type { LitElement } from 'lit';

/** Focuses a component that may only just have been put in, once there is something in it to focus. */
export async function focusWhenDrawn(component: Element | null | undefined, options?: FocusOptions): Promise<void> {
  if (!(component instanceof HTMLElement)) return;
  await (component as Partial<LitElement>).updateComplete;
  component.focus(options);
}
