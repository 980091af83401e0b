-- A placeholder: the number belongs to work that lands beside this.
SELECT 1;
