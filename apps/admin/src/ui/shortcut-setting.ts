/** Single letters may get in the way of speech input: whether they work is remembered here (WCAG 2.1.4). */
export const SHORTCUT_SETTING = 'shortcuts.log';
