import { fixture } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { tokens } from '../src/styles/tokens.styles.ts';

/**
 * Puts an inner component on a page that has the scale and colours which it inherits from the guide or the desk.
 */
export async function themedFixture<E extends Element>(template: TemplateResult, elder = false): Promise<E> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    tokens.cssText
      .replaceAll(/:host\(:not\(\[hidden\]\)\) \{[^}]*\}/g, '')
      .replaceAll(':host([elder])', ':root.elder')
      .replaceAll(':host', ':root'),
  );
  const page = new CSSStyleSheet();
  page.replaceSync(`
    body { margin: 0; background: var(--_ground); color: var(--_ink); font: 400 var(--_size)/1.7 var(--_font); }
  `);
  document.adoptedStyleSheets = [sheet, page];
  document.documentElement.lang = 'zh-CN';
  document.documentElement.classList.toggle('elder', elder);
  return fixture<E>(template);
}
