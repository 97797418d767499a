import { css } from 'lit';

/** Answers as short statements, each with its own way to change it. */
export const factsStyles = css`
  :host {
    container-type: inline-size;
  }

  .row {
    align-items: center;
    display: grid;
    gap: 0 calc(var(--_space) * 1.5);
    grid-template-columns: fit-content(60%) minmax(0, 1fr) auto;
  }

  .row + .row,
  .editor + .row {
    border-block-start: 1px solid var(--_line);
  }

  @container (min-width: 38em) {
    :host([columns]) [part='facts'] {
      display: grid;
      gap: 0 calc(var(--_space) * 5);
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    :host([columns]) .row {
      border-block: 0;
      padding-block: 2px;
      box-shadow: 0 1px 0 var(--_line);
    }

    .editor {
      grid-column: 1 / -1;
    }
  }

  .name {
    color: var(--_quiet);
    min-inline-size: 6em;
  }

  .label {
    font-weight: 600;
  }

  .name,
  .label {
    overflow-wrap: anywhere;
  }

  @container (max-width: 26em) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      padding-block: calc(var(--_space) * 0.5);
    }

    .name,
    .label {
      grid-column: 1;
    }

    .link {
      grid-column: 2;
      grid-row: 1 / span 2;
    }
  }

  .unsure .label {
    color: var(--_doubt);
  }

  .dormant .label {
    color: var(--_quiet);
    font-weight: 400;
  }

  .link {
    margin-inline-end: calc(var(--_space) * -0.5);
  }

  .editor {
    background: var(--_paper);
    border: 2px solid var(--_brand);
    border-radius: var(--_radius);
    margin-block: var(--_space) calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2) var(--_space);
  }

  @media print {
    :host {
      container-type: normal;
    }

    .link,
    .editor {
      display: none;
    }

    :host [part='facts'] {
      display: flex !important;
      flex-wrap: wrap;
      gap: 0 2em;
    }

    .row {
      border: 0 !important;
      box-shadow: none !important;
      display: flex;
      gap: 0 0.75em;
      padding: 0;
    }

    .name {
      color: #000;
      min-inline-size: 0;
    }

    .row .label {
      color: #000;
    }
  }
`;
