import { css } from 'lit';

/** All questions of a trip, one under the other. */
export const surveyStyles = css`
  :host {
    container-type: inline-size;
  }

  .question {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: grid;
    gap: 0 calc(var(--_space) * 1.5);
    grid-template-columns: 6.5em minmax(0, 1fr);
    padding: var(--_space) calc(var(--_space) * 1.5);
  }

  .question + .question {
    margin-block-start: calc(var(--_space) * 0.75);
  }

  .question.current {
    border-color: var(--_brand);
    box-shadow:
      inset 4px 0 0 var(--_brand),
      0 0 0 1px var(--_brand);
  }

  .question:focus-visible {
    border-radius: var(--_radius);
  }

  .name {
    font-weight: 700;
    padding-block-start: 0.125em;
  }

  .state {
    color: var(--_quiet);
    display: block;
    font-size: max(14px, calc(var(--_size) * 0.875));
    font-weight: 400;
  }

  .open .state {
    color: var(--_doubt);
  }

  .ask {
    color: var(--_ink);
  }

  .idle {
    background: var(--_ground);
  }

  .idle :is(.name, .ask) {
    color: var(--_quiet);
    font-weight: 400;
  }

  .help {
    color: var(--_quiet);
    font-size: var(--_small);
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.75);
    padding-block: calc(var(--_space) * 0.5);
  }

  .options button {
    align-items: center;
    background: var(--_paper);
    border-color: var(--_edge);
    display: inline-flex;
    gap: var(--_space);
    padding: calc(var(--_space) * 0.25) calc(var(--_space) * 1.25);
    text-align: start;
  }

  .options button:hover {
    background: var(--_brand-soft);
    border-color: var(--_brand);
  }

  .options button[aria-pressed='true'] {
    background: var(--_brand);
    border-color: var(--_brand);
    color: var(--_on-brand);
    font-weight: 600;
  }

  .options button.unsure {
    border-style: dashed;
  }

  kbd {
    border: 1px solid currentcolor;
    border-radius: 3px;
    font: inherit;
    font-size: max(14px, calc(var(--_size) * 0.875));
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    line-height: 1.4;
    min-inline-size: 1.5em;
    text-align: center;
  }

  form {
    display: inline-flex;
    gap: calc(var(--_space) * 0.5);
  }

  form input {
    inline-size: 6em;
  }

  @container (max-width: 30em) {
    .question {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .question.current {
      border: 3px solid Highlight;
    }

    .options button[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
