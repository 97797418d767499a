import { css } from 'lit';

/** A card with a bar of the colour `--_bar` at its head, and a list with dots in it. */
export const cardStyles = css`
  .card {
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-block-start: 4px solid var(--_bar);
    border-radius: var(--_radius);
    padding: calc(var(--_space) * 2.5);
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
`;
