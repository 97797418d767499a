import { css } from 'lit';

/** One question with its answers. */
export const questionStyles = css`
  .remaining {
    color: var(--_quiet);
    font-size: var(--_small);
    font-variant-numeric: tabular-nums;
  }

  .ask {
    font-size: var(--_title);
    font-weight: 700;
    scroll-margin-block: 4em;
  }

  :host([compact]) .ask {
    font-size: var(--_large);
  }

  .help {
    color: var(--_quiet);
    margin-block-start: calc(var(--_space) * 0.5);
  }

  .options {
    display: grid;
    gap: var(--_space);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
    margin-block-start: calc(var(--_space) * 2);
  }

  .typed {
    align-items: end;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 2);
  }

  .typed label {
    color: var(--_quiet);
    flex: 1 1 100%;
    font-size: var(--_small);
  }

  .typed input {
    flex: 1 1 5em;
    max-inline-size: 12em;
    min-inline-size: 0;
  }

  .why {
    background: var(--_brand-soft);
    border-radius: var(--_radius);
    margin-block: var(--_space);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }

  .after {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    margin-block-start: var(--_space);
    margin-inline-start: calc(var(--_space) * -0.5);
  }
`;
