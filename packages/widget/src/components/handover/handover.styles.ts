import { css } from 'lit';

/** The six digits, large enough to read out over a shoulder. */
export const handoverStyles = css`
  .card {
    --_bar: var(--_brand);
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
