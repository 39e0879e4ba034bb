// Plain JavaScript on purpose: it has to run on the Node that is too old.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 23)) {
  console.error(
    `This checkout needs Node 22.23 or later and found ${process.versions.node}. "npm ci" brings Node 24 for Linux and Windows on x64 and Linux on arm64; elsewhere install Node 24 from nodejs.org.`,
  );
  process.exit(1);
}
