// The content security policies: of the site (design: nothing foreign, nothing inline; one frame, the
// preview of the settings page), and of the single file.
export const siteCsp = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data:",
  "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'", "frame-src 'self'",
  "base-uri 'none'", "form-action 'none'",
].join("; ");

// A meta element cannot carry this one: only the server can say who may frame the page. FRAME_ANCESTORS: those websites,
// `any` for whoever wants to (to try out embed.js).
const ancestors = process.env.FRAME_ANCESTORS || "'self'";
export const frameAncestors = ancestors === "any" ? "" : `frame-ancestors ${ancestors}`;
export const siteCspHeader = [siteCsp, frameAncestors].filter(Boolean).join("; ");

export const singleFileCsp = (scriptHash, styleHash) => [
  "default-src 'none'", `script-src ${scriptHash} 'wasm-unsafe-eval'`, `style-src ${styleHash}`, "img-src data:",
  "font-src data:", "connect-src data:", "base-uri 'none'", "form-action 'none'",
].join("; ");
