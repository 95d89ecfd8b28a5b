// wasm: promise of a fetched module, or a compiled one.
export async function instantiate(wasm, imports) {
  const response = await wasm;
  if (response instanceof WebAssembly.Module) return { module: response, instance: await WebAssembly.instantiate(response, imports) };
  const copy = response.clone();
  try {
    return await WebAssembly.instantiateStreaming(response, imports);
  } catch (error) {
    // A server that does not say application/wasm; anything else fails again here, with its own reason.
    return WebAssembly.instantiate(await copy.arrayBuffer(), imports);
  }
}
