export { jf2Entry } from './api/jf2.ts';
export { inertJson } from './api/json.ts';
export { present } from './presented.ts';
export { hashSecret } from './session/secret.ts';
export { line } from './text.ts';
export { createWeb, type Web } from './web.ts';
