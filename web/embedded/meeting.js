// The one message that joins the frame to the page around it: web/embed/frame.js sends it with a port, and from then on
// both speak through that port alone, which no other window has.
const patience = 20_000;
const longestSettings = 1 << 20;

const isText = (value, longest = 100) => typeof value === "string" && value.length <= longest;

// What the parent may say; anything else of it is left out, so that nothing unexpected goes further.
function readGreeting(data) {
  if (data?.needlewise !== 1) return undefined;
  const { settings, language, theme, height, history, preview } = data;
  return {
    // Settings that are there but cannot be read are as bad as wrong ones: the page then refuses to screen.
    settings: settings === undefined ? undefined : isText(settings, longestSettings) ? settings : "",
    language: isText(language) ? language : "",
    theme: readTheme(theme),
    fitsContent: height === "auto",
    keepsHistory: history === true,
    isPreview: preview === true,
  };
}

export const readTheme = (theme) => (theme === "dark" || theme === "light" ? theme : undefined);

// The greeting of the window around this one, with its origin and port. To be called while the page loads: the parent
// speaks right after.
export function meetParent() {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      removeEventListener("message", listen);
      reject(new Error("no greeting from the page around it: embed.js has to be on that page, and from the same version"));
    }, patience);
    function listen({ source, origin, data, ports }) {
      // Frames beside or inside of this one can reach it, too.
      if (source !== parent || ports.length !== 1) return;
      const greeting = readGreeting(data);
      if (!greeting) return;
      clearTimeout(timer);
      removeEventListener("message", listen);
      resolve({ ...greeting, origin, port: ports[0] });
    }
    addEventListener("message", listen);
  });
}
