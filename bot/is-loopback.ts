/** Whether a host name or address is this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1?\]?)$/i.test(host);
}
