/** Arithmetic of QR codes (ISO/IEC 18004, clause 7.5): bytes as polynomials modulo x⁸ + x⁴ + x³ + x² + 1. */
const MODULUS = 0x11d;

export function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * MODULUS);
    if ((right >>> bit) & 1) product ^= left;
  }
  return product;
}

/** The product of (x − 2⁰)(x − 2¹)…, without its leading 1. */
function generator(degree: number): number[] {
  const result = [...new Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let round = 0; round < degree; round += 1) {
    for (let index = 0; index < degree; index += 1) {
      result[index] = multiply(result[index] ?? 0, root) ^ (result[index + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  return result;
}

/** The bytes by which a reader mends what it misread of a block. */
export function correctionOf(block: readonly number[], length: number): number[] {
  const divisor = generator(length);
  const rest = new Array<number>(length).fill(0);
  for (const byte of block) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    divisor.forEach(
      (coefficient, index) => (rest[index] = (rest[index] ?? 0) ^ multiply(coefficient, factor)),
    );
  }
  return rest;
}
