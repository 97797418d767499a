import { css } from 'lit';

/** The card with the telephone. */
export const handoffStyles = css`
  .card {
    --_bar: var(--_doubt);
  }

  h3 {
    font-size: var(--_title);
  }

  .phone {
    align-items: center;
    background: var(--_brand);
    border: 1px solid var(--_brand);
    border-radius: var(--_radius);
    color: var(--_on-brand);
    display: inline-flex;
    font-size: var(--_title);
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    letter-spacing: 0.03em;
    margin-block: var(--_space) calc(var(--_space) * 2);
    min-block-size: calc(var(--_target) + 8px);
    padding-inline: calc(var(--_space) * 2);
    text-decoration: none;
    white-space: nowrap;
  }

  .phone:hover {
    background: var(--_brand-deep);
  }

  h4 {
    font-size: var(--_size);
  }
`;
