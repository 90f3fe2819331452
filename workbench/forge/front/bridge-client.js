/* The frame's end of the bridge: what `@forge/bridge` looks for when it is imported. */
/* global createPeer */
const { hostOrigin, frame, offset } = document.currentScript.dataset;
const channel = new MessageChannel();
const peer = createPeer(channel.port1, (cmd, data) => {
  if (cmd !== "theme") throw new Error(`The frame does not know ${cmd}.`);
  document.documentElement.dataset.colorMode = data.colorMode;
  document.documentElement.dataset.theme = data.theme;
  // A constructed sheet, because the policy of an app's page may forbid written styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(data.css);
  document.adoptedStyleSheets = [sheet];
});
// The port goes to the page of the workbench and to nobody else; that page checks the origin and the window it came from.
window.parent.postMessage({ kind: "forge-bridge", frameId: frame }, hostOrigin, [channel.port2]);
globalThis["__bridge"] = { callBridge: (cmd, data) => peer.call(cmd, data) };

const ahead = Number(offset);
if (ahead !== 0) {
  const RealDate = Date;
  globalThis.Date = class Date extends RealDate {
    constructor(...args) {
      if (args.length === 0) super(RealDate.now() + ahead);
      else super(...args);
    }
    static now() {
      return RealDate.now() + ahead;
    }
  };
}
