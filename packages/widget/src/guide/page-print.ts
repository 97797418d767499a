/**
 * While an element shows a notice, printing the page prints that notice alone.
 *
 * A shadow root cannot reach the page around it, so a constructed sheet is lent to the document: it hides what
 * is neither the element nor on the way to it, and sets the paper.
 */
const printRules = `
  @page { size: A4; margin: 15mm 16mm; }
  @media print {
    html, body { background: none !important; }
    body :not(:has([data-onetrip-printing]), [data-onetrip-printing], [data-onetrip-printing] *) {
      display: none !important;
    }
    body, body :has([data-onetrip-printing]) {
      background: none !important; border: 0 !important; box-shadow: none !important; display: block !important;
      float: none !important; height: auto !important; margin: 0 !important; max-width: none !important;
      min-height: 0 !important; overflow: visible !important; padding: 0 !important; position: static !important;
      transform: none !important; width: auto !important;
    }
    body::before, body::after, body :has([data-onetrip-printing])::before, body :has([data-onetrip-printing])::after {
      content: none !important;
    }
  }
`;

const printing = new Set<HTMLElement>();
let sheet: CSSStyleSheet | undefined;

/** Says whether an element now shows a notice worth printing alone. */
export function printAlone(element: HTMLElement, alone: boolean): void {
  if (alone === printing.has(element)) return;
  element.toggleAttribute('data-onetrip-printing', alone);
  if (alone) printing.add(element);
  else printing.delete(element);
  lendSheet(printing.size > 0);
}

function lendSheet(wanted: boolean): void {
  const others = document.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  if (!wanted) {
    document.adoptedStyleSheets = others;
    return;
  }
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(printRules);
  }
  document.adoptedStyleSheets = [...others, sheet];
}
