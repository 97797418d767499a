import { css } from 'lit';

/** The six digits, large enough to read out over a shoulder. */
export const handoverStyles = css`
  .card {
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-block-start: 4px solid var(--_brand);
    border-radius: var(--_radius);
    padding: calc(var(--_space) * 2.5);
  }

  h3 {
    font-size: var(--_size);
  }

  .code {
    /* On the narrowest telephone the digits still stand in one line. */
    font-size: min(calc(var(--_size) * 2.75), 14cqi);
    font-variant-numeric: tabular-nums;
    font-weight: 700;
    letter-spacing: 0.06em;
    line-height: 1.3;
    margin-block: calc(var(--_space) * 0.5) var(--_space);
    white-space: nowrap;
    word-spacing: 0.12em;
  }

  ul {
    margin-block: var(--_space);
  }

  li {
    padding-block: calc(var(--_space) * 0.25);
    padding-inline-start: 1.25em;
    position: relative;
  }

  li::before {
    content: '·';
    font-weight: 700;
    inset-inline-start: 0.375em;
    position: absolute;
  }

  .secret {
    color: var(--_quiet);
    font-size: var(--_small);
  }

  .trouble {
    color: var(--_alert);
  }

  .link {
    margin-inline-start: calc(var(--_space) * -0.5);
    text-align: start;
  }
`;
