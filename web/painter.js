// Expects of C++: the words of Painter::drawing (src/platform/web/painter.hpp), good until the next call.

const vertexSource = `#version 300 es
layout(location=0) in vec2 position;
layout(location=1) in vec2 place;
layout(location=2) in vec4 tint;
uniform vec2 scale;
out vec2 uv;
out vec4 color;
void main() {
  uv = place;
  color = tint;
  gl_Position = vec4(position * scale + vec2(-1, 1), 0, 1);
}`;
const fragmentSource = `#version 300 es
precision mediump float;
uniform sampler2D letters;
in highp vec2 uv;
in vec4 color;
out vec4 result;
void main() {
  float alpha = color.a * texture(letters, uv).r;
  result = vec4(color.rgb * alpha, alpha);
}`;

function link(gl) {
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : undefined;
}

// draw(memory, address, ratio) on a new or restored WebGL2 context; nothing if that cannot run it.
export function makePainter(gl) {
  const program = link(gl);
  if (!program) return undefined;
  gl.useProgram(program);
  const scale = gl.getUniformLocation(program, "scale");
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
  const vertexBytes = 20;
  [[2, gl.FLOAT, false, 0], [2, gl.FLOAT, false, 8], [4, gl.UNSIGNED_BYTE, true, 16]].forEach(([size, type, normalized, at], index) => {
    gl.enableVertexAttribArray(index);
    gl.vertexAttribPointer(index, size, type, normalized, vertexBytes, at);
  });
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  gl.clearColor(0, 0, 0, 0);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  const textures = new Map();

  function upload(bytes, [number, kind, width, left, top, columns, rows, pixels]) {
    if (kind === 3) {
      gl.deleteTexture(textures.get(number));
      textures.delete(number);
      return;
    }
    if (kind === 1) {
      gl.deleteTexture(textures.get(number) ?? null); // of a program before this one
      textures.set(number, gl.createTexture());
    }
    gl.bindTexture(gl.TEXTURE_2D, textures.get(number));
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, width);
    if (kind === 2) {
      gl.texSubImage2D(gl.TEXTURE_2D, 0, left, top, columns, rows, gl.RED, gl.UNSIGNED_BYTE, bytes, pixels);
      return;
    }
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, columns, rows, 0, gl.RED, gl.UNSIGNED_BYTE, bytes, pixels);
  }

  return function draw(bytes, address, ratio) {
    const words = new Uint32Array(bytes.buffer, address);
    const [textureCount, commandCount, vertices, verticesSize, indices, indicesSize] = words;
    let at = 6;
    const take = (count) => words.subarray(at, (at += count));
    for (let i = 0; i < textureCount; ++i) upload(bytes, take(8));

    const { drawingBufferWidth: columns, drawingBufferHeight: rows } = gl;
    gl.viewport(0, 0, columns, rows);
    gl.disable(gl.SCISSOR_TEST);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
    // Of the drawing buffer, not of the window: half a pixel cut off would blur every letter a little.
    gl.uniform2f(scale, (2 * ratio) / columns, (-2 * ratio) / rows);
    gl.bufferData(gl.ARRAY_BUFFER, bytes, gl.STREAM_DRAW, vertices, verticesSize);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, bytes, gl.STREAM_DRAW, indices, indicesSize);
    for (let i = 0; i < commandCount; ++i) {
      const [texture, left, bottom, width, height, first, count] = take(7);
      gl.scissor(left, bottom, width, height);
      gl.bindTexture(gl.TEXTURE_2D, textures.get(texture));
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * 4);
    }
  };
}
