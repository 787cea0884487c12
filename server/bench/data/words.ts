/** Words that names, places and notes of the generated business are made of; the first of each list are the most common. */
export const firstNames =
  "María José Antonio Carmen Manuel Ana Francisco Laura Juan Isabel David Lucía Javier Cristina Daniel Marta Carlos Elena Jesús Sofía Alejandro Paula Miguel Raquel Rafael Patricia Pedro Beatriz Ángel Rocío Pablo Silvia Sergio Nuria Fernando Irene Jorge Inés Luis Verónica Alberto Andrea Álvaro Mónica Adrián Julia Diego Alba Raúl Yolanda Iván Rosa Rubén Sara Óscar Lorena Enrique Eva Ramón Claudia Vicente Begoña Andrés Íñigo Ximena Tomás Gonzalo Noelia Hugo Úrsula".split(
    " ",
  );

export const lastNames =
  "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Ruiz Díaz Moreno Muñoz Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Ramírez Gil Serrano Morales Molina Blanco Suárez Castro Ortega Delgado Ortiz Marín Rubio Núñez Medina Sanz Castillo Iglesias Cortés Garrido Santos Guerrero Lozano Cano Cruz Méndez Flores Prieto Herrera Peña León Márquez Cabrera Gallego Calvo Vidal Campos Reyes Vega Fuentes Carrasco Aguilar Caballero Nieto Santana Vargas Pascual Giménez Herrero Hidalgo Montero Lorenzo Santiago Benítez Durán Ibáñez Arias Mora Ferrer Carmona Vicente Rojas Soto Crespo Román Pastor Velasco Parra Sáez Moya Bravo Rivera Gallardo Soler Esteban Silva Izquierdo Espinosa Áñez Etxeberria Ugarte Zubiri Quiñones Ocaña Yáñez Wences Belmonte".split(
    " ",
  );

export const trades =
  "Construcciones|Panadería|Transportes|Talleres|Ferretería|Clínica Dental|Asesoría|Electricidad|Restaurante|Farmacia|Distribuciones|Muebles|Óptica|Fontanería|Imprenta|Librería|Academia|Bodegas|Carpintería|Hostal|Jardinería|Joyería|Lavandería|Maquinaria|Mercería|Peluquería|Pescados|Pinturas|Reformas|Seguros|Suministros|Textiles|Viajes|Viveros|Zapatería|Cafés|Conservas|Consultores|Droguería|Estudio de Arquitectura|Frutas|Gestoría|Importaciones|Inmobiliaria|Laboratorios|Logística|Quesería|Sistemas|Veterinaria|Quiropráctica".split(
    "|",
  );

export const forms = ["S.L.", "S.L.", "S.A.", "S.L.U.", "C.B.", "y Cía.", "e Hijos", "Hermanos"];

/** City, region, country, how its postal codes begin, and its phones. */
export const cities = [
  ["Madrid", "Madrid", "ES", "28", "+34"],
  ["Barcelona", "Cataluña", "ES", "08", "+34"],
  ["Ciudad de México", "CDMX", "MX", "06", "+52"],
  ["Valencia", "Comunidad Valenciana", "ES", "46", "+34"],
  ["Sevilla", "Andalucía", "ES", "41", "+34"],
  ["Bogotá", "Cundinamarca", "CO", "11", "+57"],
  ["Ciudad de Panamá", "Panamá", "PA", "08", "+507"],
  ["Zaragoza", "Aragón", "ES", "50", "+34"],
  ["Málaga", "Andalucía", "ES", "29", "+34"],
  ["Guadalajara", "Jalisco", "MX", "44", "+52"],
  ["Murcia", "Murcia", "ES", "30", "+34"],
  ["Medellín", "Antioquia", "CO", "05", "+57"],
  ["Bilbao", "País Vasco", "ES", "48", "+34"],
  ["Alicante", "Comunidad Valenciana", "ES", "03", "+34"],
  ["Córdoba", "Andalucía", "ES", "14", "+34"],
  ["Lima", "Lima", "PE", "15", "+51"],
  ["Valladolid", "Castilla y León", "ES", "47", "+34"],
  ["Vigo", "Galicia", "ES", "36", "+34"],
  ["Gijón", "Asturias", "ES", "33", "+34"],
  ["A Coruña", "Galicia", "ES", "15", "+34"],
  ["Granada", "Andalucía", "ES", "18", "+34"],
  ["Oviedo", "Asturias", "ES", "33", "+34"],
  ["Santander", "Cantabria", "ES", "39", "+34"],
  ["Pamplona", "Navarra", "ES", "31", "+34"],
  ["San Sebastián", "País Vasco", "ES", "20", "+34"],
  ["Cáceres", "Extremadura", "ES", "10", "+34"],
  ["León", "Castilla y León", "ES", "24", "+34"],
  ["Cádiz", "Andalucía", "ES", "11", "+34"],
  ["Ávila", "Castilla y León", "ES", "05", "+34"],
  ["Teruel", "Aragón", "ES", "44", "+34"],
] as const;

export const streets = ["Calle Mayor", "Avenida de la Constitución", "Calle Real", "Plaza de España", "Calle del Sol"];

export const tagThemes =
  "Mayorista Minorista Feria Exportación Prioritario Recomendado Moroso Renovación Temporada Premium".split(" ");

export const notes = [
  "Pide un presupuesto actualizado para el próximo trimestre.",
  "Interesada en ampliar el contrato; llamar la semana que viene.",
  "Quedamos en enviarle el catálogo nuevo y una muestra.",
  "Se queja del plazo de entrega del último pedido. Hablarlo con almacén.",
  "Confirma la dirección de facturación y el correo para las facturas.",
  "No contesta; dejar pasar unos días y volver a intentarlo.",
  "Reunión en su oficina: presentan al nuevo responsable de compras.",
  "Prefiere que le escriban por WhatsApp fuera de horario.",
];
