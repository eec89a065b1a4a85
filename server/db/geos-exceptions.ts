import type { Extension, PGlite } from '@electric-sql/pglite';

/**
 * Turns every C++ exception inside the embedded engine into an ordinary PostgreSQL error.
 *
 * Why: PostGIS for PGlite is compiled without C++ exception catching, so what GEOS (or PROJ) throws is caught by
 * nobody. At the top PGlite drops it: the statement ends without rows and without an error. Under a C function that
 * guards itself with setjmp (a portal, a plpgsql block) it is worse: emscripten takes it for a normal return and
 * the statement goes on with whatever it has (electric-sql/pglite#916).
 *
 * So the throw itself is replaced: where the compiled code would throw, PostgreSQL's own ereport(ERROR) is called,
 * with the text of the exception. From there everything is as on a real server: `exception when others` sees it,
 * the transaction fails, the client gets an ErrorResponse. No C++ code in the engine ever catches, so no exception
 * that would have been handled is lost; `proveGeosErrors` in `embedded-engine.ts` checks the outcome at every start.
 */
export const geosExceptions: Extension = {
  name: 'geos_exceptions',
  setup: async (pg, emscriptenOpts: EmscriptenOptions) => {
    const { instantiateWasm } = emscriptenOpts;
    emscriptenOpts.instantiateWasm = (imports, onSuccess) => {
      const environment = imports['env'] as unknown as Environment;
      environment.__cxa_throw = (exception, type) => {
        const engine = engineOf(pg as PGlite);
        raise(engine, describe(engine, environment, exception, type));
      };
      return instantiateWasm(imports, onSuccess);
    };
    return { emscriptenOpts };
  },
};

type InstantiateWasm = (imports: WebAssembly.Imports, onSuccess: unknown) => unknown;

interface EmscriptenOptions {
  instantiateWasm: InstantiateWasm;
}

/** What the compiled code imports from its surroundings, as far as it is used here. Numbers are addresses. */
interface Environment {
  __cxa_throw: (exception: number, type: number) => void;
  __indirect_function_table: WebAssembly.Table;
}

/** The compiled engine, as far as it is used here. */
interface Engine {
  HEAPU8: Uint8Array;
  HEAPU32: Uint32Array;
  UTF8ToString(address: number): string;
  ___stack_pointer: WebAssembly.Global;
  _PostgresMainLoopOnce(): void;
  _pgl_getPGliteExitStatus(): number;
  _malloc(bytes: number): number;
  _errstart(level: number, domain: number): number;
  _errmsg_internal(format: number, values: number): number;
  _errfinish(file: number, line: number, routine: number): void;
}

/** The compiled engine behind a PGlite. */
export function engineOf(pg: PGlite): Engine {
  return pg.Module as unknown as Engine;
}

/** elog.h: the level at which PostgreSQL abandons the statement. */
const ERROR = 21;
const LONGEST_MESSAGE = 2000;

/** Ends the running statement with a PostgreSQL error (XX000) of this text. Does not return: it unwinds. */
function raise(engine: Engine, message: string): never {
  const text = new TextEncoder().encode(message).subarray(0, LONGEST_MESSAGE);
  // errmsg_internal('%s', text): one block holds the text, the format and the list of values. PostgreSQL copies
  // the text; the block is lost with the memory of the exception itself, some 2 kB an error.
  const block = engine._malloc(LONGEST_MESSAGE + 16);
  const values = block + LONGEST_MESSAGE + 8;
  const format = block + LONGEST_MESSAGE + 12;
  engine.HEAPU8.set(text, block);
  engine.HEAPU8[block + text.length] = 0;
  engine.HEAPU32[values >> 2] = block;
  engine.HEAPU8.set([0x25, 0x73, 0], format);
  engine._errstart(ERROR, 0);
  engine._errmsg_internal(format, values);
  engine._errfinish(0, 0, 0);
  throw new Error('PostgreSQL returned from an error.');
}

/** Whose exceptions these are, by the mangled name of their type; all begin as std::exception does. */
const LIBRARIES: [RegExp, string][] = [
  [/^N4geos/, 'GEOS'],
  [/^N5osgeo4proj/, 'PROJ'],
  [/^(St|NSt3)/, 'C++'],
];

/** The text of a C++ exception: the library and its what(), or only the name of a type that is none of those. */
function describe(engine: Engine, environment: Environment, exception: number, type: number): string {
  const word = (address: number) => engine.HEAPU32[address >> 2]!;
  // A type_info is its table of functions and then its name; an exception begins with its table of functions,
  // in which what() is the third, after the two destructors.
  const typeName = engine.UTF8ToString(word(type + 4));
  const library = LIBRARIES.find(([pattern]) => pattern.test(typeName))?.[1];
  if (!library) return `C++: ${typeName}`;
  const what = environment.__indirect_function_table.get(word(word(exception) + 8)) as (
    self: number,
  ) => number;
  return `${library}: ${engine.UTF8ToString(what(exception)).trim() || typeName}`;
}
