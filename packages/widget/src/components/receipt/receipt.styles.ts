import { css } from 'lit';

/** The card under the notice. */
export const receiptStyles = css`
  .card {
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    display: grid;
    gap: var(--_space);
    grid-template-columns: minmax(0, 1fr);
    padding: calc(var(--_space) * 2.5);
  }

  h3 {
    display: flex;
    flex-wrap: wrap;
    font-size: var(--_size);
    gap: 0 calc(var(--_space) * 1.5);
  }

  .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block: calc(var(--_space) * 0.5);
  }

  .open {
    align-items: center;
    background: var(--_brand);
    border: 1px solid var(--_brand);
    border-radius: var(--_radius);
    color: var(--_on-brand);
    display: inline-flex;
    font-weight: 600;
    justify-content: center;
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2);
    text-align: center;
    text-decoration: none;
  }

  .open:hover {
    background: var(--_brand-deep);
  }

  .deeds > * {
    flex: 1 1 8em;
    max-inline-size: 20em;
  }

  .done {
    color: var(--_sure);
  }

  .quiet {
    color: var(--_quiet);
    font-size: var(--_small);
  }
`;
