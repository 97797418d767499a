import { css } from 'lit';

/** A field as wide as six digits, and its button. */
export const takeoverStyles = css`
  form {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.5) var(--_space);
  }

  label,
  p {
    flex: 1 1 100%;
  }

  input {
    flex: 0 1 9em;
    min-inline-size: 0;
    font-size: var(--_large);
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.08em;
  }

  p {
    color: var(--_alert);
  }
`;
