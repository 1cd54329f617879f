/** `npm start`: everything on this machine, nothing to install beforehand. */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `\nVacatur needs Node 20.19 or later; this is ${process.version}. Install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}

// Loaded only now: an older Node could not even read these files.
const { Installation } = await import('./run/installation.mjs');
const { fail, say, secondsSince } = await import('./run/say.mjs');
const { welcome } = await import('./run/welcome.mjs');

const begun = performance.now();
const installation = new Installation();
let asked = 0;

async function stop() {
  if (++asked > 1) return installation.hurry();
  say('\nstopping …');
  await installation.stop();
  say('stopped');
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());

try {
  welcome(await installation.start(), secondsSince(begun));
} catch (error) {
  if (asked === 0) {
    fail(error);
    await installation.stop();
    process.exit(1);
  }
}
