/** How long this process has computed, in milliseconds: what others do on the same machine does not count. */
export function computedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
