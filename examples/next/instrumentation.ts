/** Runs once, when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { hearback } = await import('./lib/hearback');
  await hearback.start();
  const link = await hearback.setUpLink();
  if (link) console.log(`Choose your name and password: ${link}`);
}
