import { css } from 'lit';

/** The list of keys. */
export const keyHelpStyles = css`
  dialog {
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-radius: calc(var(--_radius) * 1.5);
    box-shadow: 0 12px 48px rgb(22 33 44 / 30%);
    color: var(--_ink);
    max-inline-size: min(32em, calc(100vw - 2em));
    padding: calc(var(--_space) * 3);
  }

  dialog::backdrop {
    background: rgb(22 33 44 / 45%);
  }

  h3 {
    font-size: var(--_large);
    margin-block-end: var(--_space);
  }

  dl {
    display: grid;
    gap: var(--_space) calc(var(--_space) * 2);
    grid-template-columns: auto minmax(0, 1fr);
    margin-block-end: calc(var(--_space) * 2);
  }

  dt {
    display: flex;
    gap: 4px;
    justify-content: end;
  }

  kbd {
    border: 1px solid var(--_edge);
    border-block-end-width: 2px;
    border-radius: 4px;
    font: inherit;
    line-height: 1.5;
    min-inline-size: 1.75em;
    padding-inline: 0.4em;
    text-align: center;
  }
`;
