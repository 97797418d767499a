import { css } from 'lit';

/** The sheet on A4: black on white, small margins, nothing to press. */
export const sheetPrintStyles = css`
  @media print {
    .sheet {
      border: 0;
      color: #000;
      box-shadow: none;
      font-size: 10.5pt;
      line-height: 1.5;
      padding: 0;
    }

    header {
      border-color: #000;
    }

    .kind,
    .number,
    .facts h4,
    section h4,
    .detail,
    footer {
      color: #000;
    }

    h3 {
      font-size: 17pt;
    }

    section h4,
    .tick label {
      font-size: 11.5pt;
      text-wrap: wrap;
    }

    .facts,
    section {
      border-color: #999;
      padding-block: 5pt;
    }

    .long {
      break-inside: auto !important;
    }

    .long h4 {
      break-after: avoid;
    }

    .lines > li {
      break-inside: avoid;
      padding-block: 1.5pt;
    }

    .tick label {
      gap: 6pt;
      min-block-size: 0;
    }

    .tick .under {
      padding-block-end: 2pt;
      padding-inline-start: calc(1.5 * 11.5pt + 6pt);
    }

    input[type='checkbox'] {
      appearance: none;
      background: #fff;
      block-size: 11pt;
      border: 1pt solid #000;
      border-radius: 1pt;
      inline-size: 11pt;
      padding: 0;
    }

    input[type='checkbox']:checked {
      background: linear-gradient(45deg, transparent 45%, #000 45% 55%, transparent 55%);
      print-color-adjust: exact;
    }

    .when {
      background: none;
      color: #000;
      padding: 0;
    }

    .local {
      border: 0;
      color: #000;
      font-size: 9pt;
      padding: 0;
    }

    .local::before {
      content: '（';
    }

    .local::after {
      content: '）';
    }

    .alarm,
    .alarm.doubt {
      background: none;
      border: 1.5pt solid #000;
    }

    .alarm h4,
    .alarm.doubt h4 {
      color: #000;
    }

    .links,
    .change,
    .packed,
    details {
      display: none !important;
    }

    .printed {
      display: block;
      font-size: 9pt;
    }

    .printed.mark {
      display: inline-block;
      font-weight: 400;
      white-space: nowrap;
    }

    .basis {
      padding-block: 5pt;
    }

    .basis span {
      margin-inline-end: 0.75em;
    }

    .steps > li::before {
      color: #000;
    }

    footer {
      border-block-start: 1pt solid #000;
      break-inside: avoid;
      font-size: 9pt;
      padding-block-start: 5pt;
    }

    section {
      break-inside: avoid;
    }

    section.short {
      display: grid;
      gap: 0 10pt;
      grid-template-columns: 10em minmax(0, 1fr);
    }

    section.short > .lines {
      grid-column: 2;
      padding: 0;
    }

    section.short > h4 {
      align-self: start;
      padding: 0;
    }
  }
`;
