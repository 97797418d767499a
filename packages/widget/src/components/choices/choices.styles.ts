import { css } from 'lit';

/** Candidates to choose from. */
export const choicesStyles = css`
  h3 {
    font-size: var(--_title);
  }

  li {
    display: grid;
  }

  .lead {
    color: var(--_quiet);
    font-size: var(--_small);
    font-weight: 400;
  }

  ul {
    display: grid;
    gap: var(--_space);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
    margin-block-start: var(--_space);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    margin-block-start: calc(var(--_space) * 0.5);
    margin-block-end: calc(var(--_space) * 3);
  }

  .chip {
    background: var(--_brand-soft);
    border-color: var(--_brand);
    border-radius: calc(var(--_target) / 2);
    color: var(--_brand-deep);
    padding-inline: calc(var(--_space) * 2.5);
  }

  .chip:hover {
    background: var(--_paper);
  }
`;
