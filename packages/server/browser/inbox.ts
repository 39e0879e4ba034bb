import { decideHere } from './decide.ts';
import { listen } from './keys.ts';
import { watch } from './live.ts';

for (const part of document.querySelectorAll<HTMLElement>('.scripted')) part.hidden = false;
decideHere();
listen();
watch();
