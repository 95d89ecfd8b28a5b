// Expects of C++: nw_settings_* (src/platform/settings). A draft is judged there, as by `needlewise check --clinic`.
import createSettingsDesk from "../needlewise_settings.mjs";
import { instantiate } from "../instantiate.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// wasm: promise of the fetched module. content: the page's files by path. -> {form, check(text)}
export async function loadChecker(wasm, content) {
  const module = await new Promise((resolve, reject) => {
    createSettingsDesk({
      instantiateWasm(imports, receive) {
        instantiate(wasm, imports).then(({ instance, module: compiled }) => receive(instance, compiled), reject);
        return {};
      },
      locateFile: (path) => path,
      print: () => {},
      printErr: (text) => console.error(text),
    }).then(resolve, reject);
  });
  const program = module._nw_settings_create();
  const put = (slot, text) => {
    const bytes = encoder.encode(text);
    const address = module._nw_settings_text(program, slot, bytes.length); // the memory may grow: read HEAPU8 after it
    module.HEAPU8.set(bytes, address);
  };
  const read = (address) => {
    const text = decoder.decode(module.HEAPU8.subarray(address, address + module._nw_settings_size(program)));
    if (!text) throw new Error("the protocol cannot be used");
    return JSON.parse(text);
  };
  const prefix = "protocol/";
  for (const [path, file] of Object.entries(content)) {
    if (!path.startsWith(prefix)) continue;
    put(0, path.slice(prefix.length));
    put(1, JSON.stringify(file));
    module._nw_settings_source(program);
  }
  return {
    form: read(module._nw_settings_boot(program)),
    check(text) {
      put(0, text);
      return read(module._nw_settings_check(program));
    },
  };
}
