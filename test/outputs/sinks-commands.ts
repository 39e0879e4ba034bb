import { TARGET } from './furnished.ts';

/** Every command, and what is run of it: words, where `ID` stands for each mention and `DELIVERY` for each delivery. */
export const COMMANDS: Readonly<Record<string, readonly (readonly string[])[] | string>> = {
  list: [
    ['list'],
    ['list', '--json'],
    ['list', '--status', 'refused'],
    ['list', '--status', 'refused', '--json'],
    ['list', '--target', TARGET],
  ],
  trace: [
    ['trace', 'ID'],
    ['trace', 'ID', '--json'],
    ['trace', 'DELIVERY'],
    ['trace', 'refusal-0', '--json'],
  ],
  approve: [['approve', 'ID']],
  reject: [['reject', 'ID', '--json']],
  spam: [['spam', 'ID']],
  hold: [['hold', 'ID']],
  undo: [['undo', 'ID', '--json']],
  rule: [
    ['rule', 'list'],
    ['rule', 'list', '--json'],
  ],
  block: [['block', 'never.example', '--site-id', 'alice.example', '--dry-run', '--json']],
  mute: 'It prints what the owner typed, and numbers, as block does.',
  allow: 'It prints what the owner typed, and numbers, as block does.',
  blocklist: 'It prints addresses that the owner typed, and numbers.',
  site: [
    ['site', 'list'],
    ['site', 'list', '--json'],
  ],
  token: [
    ['token', 'list'],
    ['token', 'list', '--json'],
  ],
  user: [
    ['user', 'list'],
    ['user', 'list', '--json'],
  ],
  send: [
    ['send', '--resume', '--wait', '0'],
    ['send', '--resume', '--wait', '0', '--json'],
  ],
  notices: [
    ['notices', 'list'],
    ['notices', 'list', '--json'],
    ['notices', 'to'],
    ['notices', 'to', '--json'],
  ],
  report: 'the report of links by mail',
  resend: [['resend', 'DELIVERY', '--wait', '0', '--json']],
  watch: 'It prints addresses of the owner’s, and numbers.',
  verify: 'what a page says to the commands that look at it',
  discover: 'what a page says to the commands that look at it',
  doctor: 'what a page says to the commands that look at it',
  refback: 'It prints numbers, and addresses of the owner’s.',
  backup: 'It prints the name of the file, and numbers.',
  copy: 'It prints names of tables, numbers, and the two stores that the owner typed.',
  migrate: 'It prints the store that the owner configured, and numbers of schemas.',
  import: 'It prints numbers, and what was asked for. Its report is in the test of imports.',
  export: 'It prints the name of the file, and numbers. What is in the file is a sink of its own.',
  forget: 'It prints numbers, and what was asked for.',
  serve: 'It prints addresses of its own; the rest is the log.',
  demo: 'It prints its own two blogs.',
};
