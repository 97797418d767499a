import { css } from 'lit';

/** Answers as short statements, each with its own way to change it. */
export const factsStyles = css`
  .row {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 1.5);
  }

  .row + .row,
  .editor + .row {
    border-block-start: 1px solid var(--_line);
  }

  .name {
    color: var(--_quiet);
    flex: 0 0 auto;
    min-inline-size: 6em;
  }

  .label {
    flex: 1 1 7em;
    font-weight: 600;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .unsure .label {
    color: var(--_doubt);
  }

  .dormant .label {
    color: var(--_quiet);
    font-weight: 400;
  }

  .link {
    flex: none;
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
    .link,
    .editor {
      display: none;
    }

    [part='facts'] {
      display: flex;
      flex-wrap: wrap;
      gap: 0 2em;
    }

    .row {
      border: 0 !important;
      gap: 0 0.75em;
    }

    .name {
      color: #000;
      min-inline-size: 0;
    }

    .row .label {
      color: #000;
      flex: none;
    }
  }
`;
