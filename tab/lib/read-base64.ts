/** The bytes of a chosen file in base64, as JSON can carry them. Rejects when the file cannot be read. */
export function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    };
    reader.onerror = () => {
      reject(new Error('The file could not be read.', { cause: reader.error }));
    };
    reader.readAsDataURL(file);
  });
}
