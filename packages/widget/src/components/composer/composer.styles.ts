import { css } from 'lit';

/** The box to type in. */
export const composerStyles = css`
  form {
    display: grid;
    gap: calc(var(--_space) * 0.5) var(--_space);
    grid-template-columns: minmax(0, 1fr) auto;
  }

  label {
    color: var(--_quiet);
    font-size: var(--_small);
    grid-column: 1 / -1;
  }

  textarea {
    block-size: calc(var(--_target) + 8px);
    field-sizing: content;
    max-block-size: 10em;
    min-block-size: calc(var(--_target) + 8px);
    overflow-wrap: anywhere;
    padding-block: calc((var(--_target) + 6px - 1.6em) / 2);
    resize: none;
  }

  @supports (field-sizing: content) {
    textarea {
      block-size: auto;
    }
  }

  button {
    align-self: end;
    min-block-size: calc(var(--_target) + 8px);
  }

  .left {
    color: var(--_quiet);
    font-size: var(--_small);
    grid-column: 1 / -1;
  }
`;
