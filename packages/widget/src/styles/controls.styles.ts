import { css } from 'lit';

/** Buttons and fields: the same few shapes in every component. */
export const controls = css`
  button,
  input,
  textarea {
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    line-height: 1.6;
    margin: 0;
  }

  button {
    background: none;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    cursor: pointer;
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    overflow-wrap: anywhere;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2);
    text-align: center;
  }

  button[aria-disabled='true'] {
    cursor: progress;
  }

  .primary {
    background: var(--_brand);
    border-color: var(--_brand);
    color: var(--_on-brand);
    font-weight: 600;
  }

  .primary:hover {
    background: var(--_brand-deep);
  }

  .plain {
    background: var(--_paper);
    border-color: var(--_edge);
    color: var(--_brand-deep);
  }

  .plain:hover,
  .option:hover {
    background: var(--_brand-soft);
    border-color: var(--_brand);
  }

  .option {
    background: var(--_paper);
    border-color: var(--_edge);
    font-size: var(--_large);
    inline-size: 100%;
    min-block-size: calc(var(--_target) + 8px);
    padding-inline: calc(var(--_space) * 2);
    text-align: start;
  }

  .option[aria-pressed='true'] {
    background: var(--_brand-soft);
    border-color: var(--_brand);
    box-shadow: inset 0 0 0 1px var(--_brand);
    font-weight: 600;
  }

  .option.unsure {
    background: none;
    border-style: dashed;
    color: var(--_quiet);
  }

  .option.unsure:hover {
    color: var(--_ink);
  }

  .link {
    color: var(--_brand);
    padding-inline: calc(var(--_space) * 0.5);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }

  .link:hover {
    color: var(--_brand-deep);
    text-decoration-thickness: 2px;
  }

  input,
  textarea {
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    inline-size: 100%;
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
  }

  input::placeholder,
  textarea::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }

  :is(input, textarea):focus-visible {
    border-color: var(--_focus);
    border-radius: var(--_radius);
    outline-offset: 0;
  }

  summary {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: var(--_space);
    list-style: none;
    min-block-size: var(--_target);
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary::before {
    block-size: 0.5em;
    border-block-end: 2px solid currentcolor;
    border-inline-end: 2px solid currentcolor;
    content: '';
    flex: none;
    inline-size: 0.5em;
    margin-inline: 0.125em 0.25em;
    transform: rotate(-45deg);
  }

  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }

  details[open] > summary::before {
    transform: translateY(-0.125em) rotate(45deg);
  }
`;
