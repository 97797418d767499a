import { css } from 'lit';

/** A search box with its finds under it. */
export const itemSearchStyles = css`
  :host {
    position: relative;
  }

  label {
    display: block;
    font-weight: 600;
  }

  .hint {
    color: var(--_quiet);
    font-size: var(--_small);
  }

  [role='listbox'] {
    background: var(--_paper);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    box-shadow: 0 8px 24px rgb(22 33 44 / 18%);
    inset-inline: 0;
    margin-block-start: 4px;
    max-block-size: 24em;
    overflow: auto;
    position: absolute;
    z-index: var(--ot-z-index, 10);
  }

  [role='option'] {
    align-items: center;
    cursor: pointer;
    display: flex;
    min-block-size: var(--_target);
    padding: calc(var(--_space) * 0.5) calc(var(--_space) * 1.5);
  }

  [role='option']:hover {
    background: var(--_ground);
  }

  [role='option'][aria-selected='true'] {
    background: var(--_brand-soft);
    box-shadow: inset 4px 0 0 var(--_brand);
    color: var(--_brand-deep);
    font-weight: 600;
  }

  @media (forced-colors: active) {
    [role='option'][aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
