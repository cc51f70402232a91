/** How long this process has computed, in whole milliseconds: what others do on the same machine does not count. */
export function computedMs(): number {
  const { user, system } = process.cpuUsage();
  return Math.round((user + system) / 1000);
}
