/** The link that opens the reader's own chat with somebody in Teams. Source: Microsoft Teams, deep link to a chat. */
export function linkChat(email: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(email)}`;
}
