/** The paper of `tokens.css`, for what reads no style sheet: the browser's bar and the manifest. */
export const PAPER = { light: '#fbfbf8', dark: '#121716' };
