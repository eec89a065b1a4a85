// For processes that live for seconds, as those of the tests do: WebAssembly is compiled twice, quickly and then well,
// and here the second time costs more than it gives. What is never run need not be looked at either: every function is
// validated when it is first called. The atlas itself keeps the defaults, which answer faster.
const { setFlagsFromString } = require('node:v8');
setFlagsFromString('--wasm-tiering-budget=100000000');
setFlagsFromString('--wasm-lazy-validation');
