import Foundation

print("soon", sqrt(2.0))
