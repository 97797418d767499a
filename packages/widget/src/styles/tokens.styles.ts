import { css } from 'lit';

/**
 * The scale that all components share, set once on the outer element and inherited by the inner ones.
 *
 * Names with `--ot-` are for the host page; names with `--_` are ours. Text colours keep 7:1 on their ground.
 */
export const tokens = css`
  :host {
    /* Pages that set html to 62.5 % must not shrink us, readers who enlarge their default must be heard. */
    --_size: max(16px, var(--ot-font-size, 1.0625rem));
    --_target: 44px;
    --_space: var(--ot-space, 8px);
    --_radius: var(--ot-radius, 6px);
    --_ink: var(--ot-color-text, #16212c);
    --_quiet: var(--ot-color-quiet, #43505c);
    --_ground: var(--ot-color-ground, #f3f5f8);
    --_paper: var(--ot-color-paper, #ffffff);
    --_line: var(--ot-color-line, #cdd5dd);
    --_edge: var(--ot-color-edge, #6b7885);
    --_brand: var(--ot-color-brand, #0b4a8f);
    --_brand-deep: var(--ot-color-brand-deep, #083667);
    --_brand-soft: var(--ot-color-brand-soft, #e6eef8);
    --_on-brand: var(--ot-color-on-brand, #ffffff);
    --_sure: var(--ot-color-sure, #0d5a35);
    --_sure-soft: var(--ot-color-sure-soft, #e7f3ec);
    --_doubt: var(--ot-color-doubt, #6d4300);
    --_doubt-soft: var(--ot-color-doubt-soft, #fdf4e0);
    --_alert: var(--ot-color-alert, #8f1d1d);
    --_alert-soft: var(--ot-color-alert-soft, #fcecea);
    --_focus: var(--ot-color-focus, #0b4a8f);
    --_font: var(
      --ot-font-family,
      'PingFang SC',
      'Hiragino Sans GB',
      'Microsoft YaHei UI',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Source Han Sans SC',
      'WenQuanYi Micro Hei',
      system-ui,
      sans-serif
    );
    --_small: max(16px, calc(var(--_size) * 0.9375));
    --_large: calc(var(--_size) * 1.1875);
    --_title: calc(var(--_size) * 1.375);
    --_display: calc(var(--_size) * 1.75);
  }

  /* A page that resets everything must not unmake the element itself. */
  :host(:not([hidden])) {
    display: block !important;
  }

  :host([elder]) {
    --_size: max(20px, calc(var(--ot-font-size, 1.0625rem) * 1.25));
    --_small: max(20px, var(--_size));
    --_target: 60px;
  }
`;
