// For processes that live for seconds, as those of the tests do: WebAssembly is compiled twice, quickly and then well,
// and here the second time costs more than it gives. The atlas itself keeps the default, which answers faster.
require('node:v8').setFlagsFromString('--wasm-tiering-budget=100000000');
